import './field.css'
import { createRoot } from 'react-dom/client'
import { Field } from './app/field.tsx'
import { awaitOffer } from './shell/install.ts'
import { keepShell } from './shell/register.ts'

awaitOffer()
keepShell()
createRoot(document.querySelector('#field')!).render(<Field />)
