import { Drawer } from 'antd'
import { nameIn, useKeys } from '#kit'
import { FoundUnit } from './found-unit.tsx'
import { RenameUnit } from './rename-unit.tsx'
import { Reorganise } from './reorganise.tsx'
import type { Unit } from './unit-order.ts'

/** What can be done to one unit, each from a day on: the past stays as it was. */
export function UnitDrawer({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  useKeys([], { only: true })
  return (
    <Drawer open title={nameIn(unit.name)} onClose={onClose} size={480}>
      <RenameUnit unit={unit} onDone={onClose} />
      <FoundUnit parent={unit} onDone={onClose} />
      {unit.parent !== null && <Reorganise unit={unit} onDone={onClose} />}
    </Drawer>
  )
}
