import { changeLanguage, useLanguage, useWords } from '#kit'
import { loginWords } from '../login/words.ts'
import { Act } from './act.tsx'

export function LanguageSwitch() {
  const say = useWords(loginWords)
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <p>
      <Act tone="quiet" lang={other === 'en' ? 'en' : 'zh-CN'} onPress={() => void changeLanguage(other)}>
        {say('language')}
      </Act>
    </p>
  )
}
