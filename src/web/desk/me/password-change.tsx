import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useWords } from '#kit'
import { meQuery } from '../app/me.ts'
import { reading } from '../app/reading.ts'
import { changePassword } from '../login/auth.ts'
import { useAnnounce } from '../parts/announce.tsx'
import { Labelled } from '../parts/labelled.tsx'
import { Refused } from '../parts/states.tsx'
import styles from './me.module.css'
import { meWords } from './words.ts'

const none = { present: '', next: '' }

/** Changes the password; whoever else was logged in with the old one is out. */
export function PasswordChange() {
  const say = useWords(meWords)
  const announce = useAnnounce()
  const [values, setValues] = useState(none)
  const changing = useMutation({
    mutationFn: () => changePassword(values.present, values.next),
    onSuccess: () => {
      setValues(none)
      announce(say('changed'))
      void reading.invalidateQueries({ queryKey: meQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (values.present && values.next) changing.mutate()
  }
  return (
    <form className={styles.card} onSubmit={submit} aria-labelledby="password-title">
      <h3 id="password-title">{say('password')}</h3>
      <Labelled id="present" label={say('present')}>
        <Input.Password
          id="present"
          autoComplete="current-password"
          value={values.present}
          onChange={({ target }) => setValues({ ...values, present: target.value })}
        />
      </Labelled>
      <Labelled id="next" label={say('new')}>
        <Input.Password
          id="next"
          autoComplete="new-password"
          value={values.next}
          onChange={({ target }) => setValues({ ...values, next: target.value })}
        />
      </Labelled>
      {changing.error && <Refused error={changing.error} />}
      <Button htmlType="submit" loading={changing.isPending} disabled={!values.present || !values.next}>
        {say('change')}
      </Button>
    </form>
  )
}
