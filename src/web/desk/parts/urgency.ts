/** The three degrees of urgency, by their number in the data; words are keys of a page's words. */
export const urgencies = ['ordinary', 'urgent', 'emergency'] as const
