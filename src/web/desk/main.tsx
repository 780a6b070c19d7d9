import './base.css'
import { createRoot } from 'react-dom/client'
import { Desk } from './app/desk.tsx'

createRoot(document.querySelector('#desk')!).render(<Desk />)
