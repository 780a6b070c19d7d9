/** What can go wrong is a closed list: every refusal has a stable id, a status, and one sentence in each language. */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503
  /** One clear sentence that says what to do; `{name}` is replaced by the refusal's detail of that name. */
  readonly zh: string
  readonly en: string
}

export type Detail = Readonly<Record<string, string | number>>

const known = new Map<string, RefusalText>()

/** Enters a module's refusals in the closed list and returns a thrower typed to their ids. Ids are unique across the house. */
export function defineRefusals<const T extends Record<string, RefusalText>>(texts: T) {
  for (const [id, text] of Object.entries(texts)) {
    if (known.has(id)) throw new Error(`refusal ${id} is defined twice`)
    known.set(id, text)
  }
  return (id: keyof T & string, detail: Detail = {}): Refusal => new Refusal(id, detail)
}

/** Every refusal that the house can give: for the API's document and its tests. */
export const allRefusals = (): ReadonlyMap<string, RefusalText> => known

/** An expected "no": carried to the person as a sentence, never as a stack trace. */
export class Refusal extends Error {
  readonly id: string
  readonly detail: Detail
  constructor(id: string, detail: Detail = {}) {
    super(id)
    this.id = id
    this.detail = detail
  }
  get status(): RefusalText['status'] {
    return known.get(this.id)?.status ?? 500
  }
  /** The sentence for the person, in their language. */
  sentence(language: 'zh' | 'en'): string {
    const text = known.get(this.id)?.[language] ?? this.id
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(this.detail[name] ?? ''))
  }
}

export const refuse = defineRefusals({
  'not-logged-in': { status: 401, zh: '请先登录再继续。', en: 'Please log in and try again.' },
  'not-allowed': {
    status: 403,
    zh: '您现在的岗位不能办理这一步，请联系本单位负责人。',
    en: 'Your post does not allow this step; please ask the head of your unit.',
  },
  'not-found': {
    status: 404,
    zh: '没有找到，可能已移交或您无权查看，请核对编号。',
    en: 'Not found, or not visible to you; please check the number.',
  },
  'invalid-input': {
    status: 400,
    zh: '“{field}”填写有误：{reason}，请改正后再试。',
    en: '"{field}" is not right: {reason}. Please correct it and try again.',
  },
  'changed-meanwhile': {
    status: 412,
    zh: '刚才有人更新了这件事，请看过最新情况后再操作，您填的内容已保留。',
    en: 'Someone has just changed this; look at the latest state and try again. What you typed is kept.',
  },
  'version-required': {
    status: 428,
    zh: '请先打开最新内容再修改。',
    en: 'Please open the latest version before changing it (If-Match is missing).',
  },
  'key-required': {
    status: 400,
    zh: '缺少防重复编号（Idempotency-Key），请刷新页面后重试。',
    en: 'The Idempotency-Key header is missing; please reload and try again.',
  },
  'key-reused': {
    status: 422,
    zh: '同一个防重复编号已用于另一份内容，请刷新页面后重新提交。',
    en: 'This Idempotency-Key was used for different content; please reload and send again.',
  },
  'file-gone': {
    status: 410,
    zh: '有附件已过期删除或已用于别的工单，请重新上传后再提交。',
    en: 'An attachment has expired or belongs to another case already; please upload it again and resubmit.',
  },
  'too-large': {
    status: 413,
    zh: '内容太大，请减少后再提交。',
    en: 'This is too large; please shorten it and try again.',
  },
  'wrong-kind': {
    status: 415,
    zh: '不接受这种格式的内容，请改用页面提交。',
    en: 'This content type is not accepted; please use the page or send JSON.',
  },
  'too-many': {
    status: 429,
    zh: '操作太快，请{seconds}秒后再试。',
    en: 'Too many requests; please try again in {seconds} seconds.',
  },
  unavailable: {
    status: 503,
    zh: '系统暂时连不上数据库，您填的内容已保留，请稍后再试。',
    en: 'The database cannot be reached just now; what you typed is kept, please try again shortly.',
  },
  unexpected: {
    status: 500,
    zh: '系统出了意外，已记录（编号 {request}），请稍后再试或拨打热线。',
    en: 'Something unexpected happened and was recorded ({request}); please try again or call the hotline.',
  },
})
