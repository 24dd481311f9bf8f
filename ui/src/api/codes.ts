// Codes that the core knows and the pages offer for choice; their words are `rejection-…` and `kind-…` in `locales/`.

/** Why an answer was no good, the commonest first. */
export const REJECTIONS = [
  'wrong_facts',
  'invented',
  'wrong_format',
  'incomplete',
  'off_brief',
  'needs_my_judgement',
  'tool_trouble',
  'other',
] as const;

export const KINDS = [
  'write',
  'edit',
  'summarise',
  'translate',
  'research',
  'extract',
  'analyse',
  'calculate',
  'code',
  'design',
  'plan',
  'message',
  'check',
  'decide',
  'meet',
  'file',
] as const;
