/** The part of `fetch` that sources need, so that tests can stand in for the network. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request got no usable answer; `status` is there when the server answered at all. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  readonly status: number | undefined;

  constructor(message: string, status?: number, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

const TIMEOUT_MS = 20_000;

/**
 * The body of a `GET`, as text of at most `most` bytes. Sends no cookies and follows no redirect.
 * Throws `RequestFailed`.
 */
export async function fetchText(fetch: Fetch, url: string, most: number): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (!response.ok) throw new RequestFailed(`HTTP ${response.status}`, response.status);
    return await readAtMost(response, most);
  } catch (error) {
    if (error instanceof RequestFailed) throw error;
    throw new RequestFailed('The request failed.', undefined, error);
  }
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
