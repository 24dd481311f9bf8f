// Why a command did not happen: a code and its parameters. The sentence is made from `locales/`, never from `detail`.

/** `refused` may work later, `needsPerson` needs an answer first, `wrong` made no sense, `failed` broke. */
export type CallErrorKind = 'failed' | 'wrong' | 'refused' | 'needsPerson';

export class CallError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string>,
    readonly detail: string,
    readonly kind: CallErrorKind,
    /** The code of what the core's hands could not do, where that is why. */
    readonly because: string | null = null,
  ) {
    super(detail === '' ? code : detail);
    this.name = 'CallError';
  }

  /** Whatever was thrown, as a `CallError`; what is none becomes the code `window_unexpected`. */
  static from(thrown: unknown): CallError {
    if (thrown instanceof CallError) return thrown;
    if (isWireError(thrown)) {
      const { code, params, detail, kind, because = null } = thrown;
      return new CallError(code, params, detail, kind, because);
    }
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return new CallError('window_unexpected', {}, detail, 'failed');
  }
}

interface WireError {
  code: string;
  params: Record<string, string>;
  detail: string;
  kind: CallErrorKind;
  because?: string | null;
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
