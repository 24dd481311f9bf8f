// Why a command did not happen: a code and its parameters. The sentence is made from `locales/`, never from `detail`.

/** `refused` may work later, `needsPerson` needs an answer first, `wrong` made no sense, `failed` broke. */
export type CallErrorKind = 'failed' | 'wrong' | 'refused' | 'needsPerson';

export class CallError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string>,
    readonly detail: string,
    readonly kind: CallErrorKind,
  ) {
    super(detail === '' ? code : detail);
    this.name = 'CallError';
  }

  /** Whatever was thrown, as a `CallError`; what is none becomes the code `window_unexpected`. */
  static from(thrown: unknown): CallError {
    if (thrown instanceof CallError) return thrown;
    if (isWireError(thrown)) return new CallError(thrown.code, thrown.params, thrown.detail, thrown.kind);
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return new CallError('window_unexpected', {}, detail, 'failed');
  }
}

interface WireError {
  code: string;
  params: Record<string, string>;
  detail: string;
  kind: CallErrorKind;
}

function isWireError(thrown: unknown): thrown is WireError {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    typeof thrown.code === 'string' &&
    'params' in thrown &&
    typeof thrown.params === 'object' &&
    'detail' in thrown &&
    typeof thrown.detail === 'string' &&
    'kind' in thrown
  );
}
