/** The body of every answer that is not 2xx (application/problem+json): codes for programs, texts for people. */
export type Problem = {
  readonly type?: string;
  readonly title?: string;
  readonly status: number;
  readonly detail?: string;
  readonly because: string;
  /** A finer code than `because`. */
  readonly code?: string;
  readonly faults?: readonly { readonly pointer: string; readonly code?: string; readonly says?: string }[];
  readonly rules?: readonly unknown[];
  readonly possible?: readonly string[];
  /** Reference of the other file of a duplicate, where the caller may see it. */
  readonly other?: string;
  /** By which an unforeseen failure is found in the log of the service. */
  readonly reference?: string;
};

/** What the service answered: `ok` for 2xx. `headers` in lower case. `isReplay`: the same key had done it before. */
export type Reply<T> =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly body: T; readonly isReplay: boolean }
  | { readonly ok: false; readonly status: number; readonly headers: Headers; readonly problem: Problem };

export type Headers = { readonly [name: string]: string | undefined };

/** Reads an answer; what is no problem+json (a proxy's page) becomes a problem that says so. */
export function readReply<T>(status: number, headers: Headers, text: string): Reply<T> {
  if (status >= 200 && status < 300) {
    return {
      ok: true,
      status,
      headers,
      body: (text === '' ? null : parsed(text)) as T,
      isReplay: headers['idempotent-replayed'] === 'true',
    };
  }
  const problem = parsed(text);
  const isProblem =
    typeof problem === 'object' && problem !== null && 'because' in problem && typeof problem.because === 'string';
  return {
    ok: false,
    status,
    headers,
    problem: isProblem ? (problem as Problem) : { status, because: 'unexplained', detail: text.slice(0, 300) },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
