// The kinds of work the core knows, in its order; a test holds them to it. A person's own word is a kind too.
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
