import { UserOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, type MenuProps } from 'antd'
import { changeLanguage, labelled, nameIn, useLanguage, useWords } from '#kit'
import { logOut } from '../login/auth.ts'
import { showKeyHelp } from './key-help.tsx'
import { useMe } from './me.ts'
import styles from './person-menu.module.css'
import { reading } from './reading.ts'
import { roleWords } from './role-words.ts'
import { frameWords } from './words.ts'

/** Who is logged in, under which posts, and what belongs to the person rather than to the work. */
export function PersonMenu() {
  const say = useWords(frameWords)
  const me = useMe()
  const items = useItems()
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined />} aria-label={labelled(say('person'), nameIn(me.name))}>
        <span className={styles.name}>{nameIn(me.name)}</span>
      </Button>
    </Dropdown>
  )
}

function useItems(): MenuProps['items'] {
  const say = useWords(frameWords)
  const navigate = useNavigate()
  const language = useLanguage()
  const leave = async () => {
    await logOut()
    reading.clear()
    await navigate({ to: '/login', search: {} })
  }
  const turn = async () => {
    await changeLanguage(language === 'zh' ? 'en' : 'zh')
    await reading.invalidateQueries()
  }
  return [
    { key: 'posts', label: <Posts />, disabled: true },
    { type: 'divider' },
    { key: 'me', label: say('me'), onClick: () => navigate({ to: '/me' }) },
    { key: 'keys', label: say('keys'), extra: '?', onClick: showKeyHelp },
    { key: 'language', label: say('language'), onClick: turn },
    { type: 'divider' },
    { key: 'out', label: say('logOut'), onClick: leave },
  ]
}

function Posts() {
  const say = useWords(roleWords)
  return (
    <ul className={styles.posts}>
      {useMe().posts.map(({ unit, unitName, role }) => (
        <li key={`${unit} ${role}`}>
          {nameIn(unitName)} · {say(role)}
        </li>
      ))}
    </ul>
  )
}
