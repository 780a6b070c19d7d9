import { Modal } from 'antd'
import { useSyncExternalStore } from 'react'
import { useKeys, useWords } from '#kit'
import { LoginForm } from '../login/login-form.tsx'
import { expiry, reading } from './reading.ts'
import { frameWords } from './words.ts'

/** A log-in that ended while pages were open is renewed above them: nothing typed below is lost. */
export function Relogin() {
  const say = useWords(frameWords)
  const expired = useSyncExternalStore(expiry.watch, expiry.get)
  useKeys([], { only: true, on: expired })
  const done = async () => {
    expiry.set(false)
    await reading.invalidateQueries()
  }
  return (
    <Modal
      open={expired}
      title={say('expired')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <p>{say('expiredWhy')}</p>
      <LoginForm onDone={done} />
    </Modal>
  )
}
