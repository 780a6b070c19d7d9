/// <reference types="vite/client" />
import '../styles/portal.css'
import { keepDrafts } from './draft.ts'
import { countLetters } from './letters.ts'
import { shrinkPhotos } from './photos.ts'
import { leadToProblems } from './problems.ts'
import { offerPrintAndCopy } from './receipt.ts'
import { sendOnce } from './send-once.ts'

// Every page works without this; what stands here only makes some of them kinder.
document.documentElement.classList.add('scripted')
leadToProblems()
keepDrafts()
countLetters()
shrinkPhotos()
sendOnce()
offerPrintAndCopy()
