import { useMutation } from '@tanstack/react-query'
import { useCallback } from 'react'
import { openRequest } from '#contract/hotline'
import { call, sendOnce, useDraft } from '#kit'
import { useDrafts } from '../app/me.ts'
import { type Asked, anotherCase, type Contact, emptyDraft, type IntakeDraft, intakeBody } from './intake-draft.ts'

export const draftNames = 'intake.'
const slotName = 'lianxin.intake'

/** Each tab of the browser has its own draft, which survives a reload: two calls on two monitors never mix. */
export function slotOfTab(): string {
  const slot = sessionStorage.getItem(slotName) ?? crypto.randomUUID()
  sessionStorage.setItem(slotName, slot)
  return draftNames + slot
}

/** The request being taken down: kept on every key, filed at most once. */
export function useIntake() {
  const { value: draft, change, restart } = useDraft<IntakeDraft>(useDrafts(), slotOfTab(), emptyDraft())
  const ask = useCallback(
    (asked: Partial<Asked>) => change((before) => ({ ...before, asked: { ...before.asked, ...asked } })),
    [change],
  )
  const meet = useCallback(
    (contact: Partial<Contact>) => change((before) => ({ ...before, contact: { ...before.contact, ...contact } })),
    [change],
  )
  const filing = useMutation({
    mutationFn: () =>
      sendOnce(draft.sending, {
        body: intakeBody(draft),
        post: (body, idempotencyKey) => call(openRequest, { body, idempotencyKey }),
        note: (sending) => change((before) => ({ ...before, sending })),
      }),
    onSuccess: ({ answer: { id, number, receipt }, earlier }) =>
      change((before) => ({ ...before, isFiled: true, filed: [...before.filed, { id, number, receipt, earlier }] })),
  })
  return {
    draft,
    ask,
    meet,
    filing,
    adopt: change,
    another: () => change(anotherCase),
    startOver: () => {
      filing.reset()
      restart(emptyDraft())
    },
  }
}

export type IntakeState = ReturnType<typeof useIntake>
