import { createPeopleImport, previewPeopleImport, readPeopleSheet } from '#kernel-contract/people'
import { createPlaceImport, previewPlaceImport, readPlaceSheet } from '#kernel-contract/places'
import { useWords } from '#kit'
import { adminWords } from '../words.ts'
import { ImportCard } from './import-card.tsx'

/** Fills the registers of people and places from Excel, never blindly. */
export function ImportsPage() {
  const say = useWords(adminWords)
  return (
    <>
      <h1>{say('imports')}</h1>
      <p>{say('importWhy')}</p>
      <ImportCard
        title={say('people')}
        template={readPeopleSheet.path}
        preview={previewPeopleImport.path}
        create={createPeopleImport.path}
      />
      <ImportCard
        title={say('places')}
        template={readPlaceSheet.path}
        preview={previewPlaceImport.path}
        create={createPlaceImport.path}
      />
    </>
  )
}
