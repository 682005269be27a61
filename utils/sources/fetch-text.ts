/** The part of `fetch` that sources need, so that tests can stand in for the network. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request got no usable answer; `status` is there when the server answered at all. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  readonly status: number | undefined;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    more: { readonly status?: number; readonly retryAfter?: number; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.status = more.status;
    this.retryAfter = more.retryAfter;
  }
}

/** What a request may say beside its address. */
export type Asking = {
  /** Sent as JSON, by `POST`. */
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds. */
  readonly timeout?: number;
};

const TIMEOUT_MS = 20_000;

/**
 * The body of a `GET` (or of a `POST` of `asking.json`), as text of at most `most` bytes. Sends no
 * cookies and follows no redirect. Throws `RequestFailed`, also when it was stopped by its signal.
 */
export async function fetchText(
  fetch: Fetch,
  url: string,
  most: number,
  asking: Asking = {},
): Promise<string> {
  const { response, text } = await fetchReply(fetch, url, most, asking);
  if (!response.ok) throw refusal(response);
  return text;
}

/** As `fetchText`, for those that read refusals, too: the server's answer, whatever its status. */
export async function fetchReply(
  fetch: Fetch,
  url: string,
  most: number,
  asking: Asking = {},
): Promise<{ readonly response: Response; readonly text: string }> {
  try {
    const response = await fetch(url, request(asking));
    return { response, text: await readAtMost(response, most) };
  } catch (error) {
    if (error instanceof RequestFailed) throw error;
    throw new RequestFailed('The request failed.', { cause: error });
  }
}

function request({ json, headers, signal, timeout: limit = TIMEOUT_MS }: Asking): RequestInit {
  const timeout = AbortSignal.timeout(limit);
  return {
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    ...(headers && { headers }),
    ...(json !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(json),
    }),
  };
}

function refusal({ status, headers }: Response): RequestFailed {
  const wait = headers.get('Retry-After') ?? '';
  // The header's other form, a date, is not sent by the services we ask.
  const retryAfter = /^\d{1,6}$/.test(wait) ? Number(wait) * 1_000 : undefined;
  return new RequestFailed(`HTTP ${status}`, {
    status,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

async function readAtMost(response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw new RequestFailed(`The answer is longer than ${most} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
