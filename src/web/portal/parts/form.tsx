import type { ReactNode } from 'react'
import type { FieldProblem } from '../pages.ts'

interface ControlProps {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: string | undefined
  readonly problems: readonly FieldProblem[]
}

const problemOf = (name: string, problems: readonly FieldProblem[]) =>
  problems.find((problem) => problem.field === name)?.sentence

const idsOf = (name: string, hint: boolean, problem: boolean) =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined

/** Everything that must be mended, at the top, each line a link to its field. */
export function ErrorSummary({ title, problems }: { title: string; problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="problems">
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, sentence }) => (
          <li key={sentence}>{field ? <a href={`#${field}`}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function Said({ name, hint, problem }: { name: string; hint: string | undefined; problem: string | undefined }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </>
  )
}

interface TextProps extends ControlProps {
  readonly value: string
  readonly rows?: number
  readonly input?: Readonly<Record<string, string | number | boolean>>
}

/** One line of text, or a text box of `rows` lines, with its label, hint and problem. */
export function TextField({ name, label, hint, problems, value, rows, input }: TextProps) {
  const problem = problemOf(name, problems)
  const common = {
    id: name,
    name,
    defaultValue: value,
    'aria-describedby': idsOf(name, !!hint, !!problem),
    'aria-invalid': problem ? true : undefined,
    ...input,
  }
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <Said name={name} hint={hint} problem={problem} />
      {rows ? <textarea {...common} rows={rows} /> : <input type="text" {...common} />}
    </div>
  )
}

interface ChoiceProps extends ControlProps {
  readonly value: string
  readonly choices: readonly { value: string; label: string }[]
}

/** One of several, all in sight. The first choice carries the field's id, so that the error summary leads there. */
export function Choice({ name, label, hint, problems, value, choices }: ChoiceProps) {
  const problem = problemOf(name, problems)
  return (
    <fieldset className={problem ? 'field field-wrong' : 'field'} aria-describedby={idsOf(name, !!hint, !!problem)}>
      <legend>{label}</legend>
      <Said name={name} hint={hint} problem={problem} />
      {choices.map((choice, at) => (
        <div className="option" key={choice.value}>
          <input
            type="radio"
            id={at === 0 ? name : `${name}-${choice.value}`}
            name={name}
            value={choice.value}
            defaultChecked={choice.value === value}
          />
          <label htmlFor={at === 0 ? name : `${name}-${choice.value}`}>{choice.label}</label>
        </div>
      ))}
    </fieldset>
  )
}

/** One thing to agree to or leave. */
export function Tick({ name, label, hint, value }: Omit<ControlProps, 'problems'> & { readonly value: string }) {
  return (
    <div className="field">
      <div className="option">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          defaultChecked={value !== ''}
          aria-describedby={idsOf(name, !!hint, false)}
        />
        <label htmlFor={name}>{label}</label>
      </div>
      <Said name={name} hint={hint} problem={undefined} />
    </div>
  )
}

/** Values carried along unseen. */
export function Carried({ values }: { values: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

/** A field that people neither see nor reach: what fills it in is a program. */
export function Trap() {
  return (
    <div className="trap" aria-hidden="true">
      <label htmlFor="website">Website</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
