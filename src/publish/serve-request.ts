import type { IncomingMessage } from 'node:http';

/** What a request asks for: a path of the site, or the status of a refusal. */
export type Asked = { readonly path: string } | { readonly status: number };

/** In characters: no address of a site is longer. */
const LONGEST = 2048;
/** Names of this machine; whoever comes by another one was led here by a page from elsewhere. */
const HOSTS = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;
const CONTROL = /[\p{Cc}\p{Cs}\\]/u;

/**
 * Reads a request line without trusting any of it. The host is looked at before anything else, and
 * a path leads nowhere but below the site: no dots, no second slash, nothing that cannot be decoded.
 */
export function readRequest({ method, url = '', headers }: IncomingMessage): Asked {
  if (!HOSTS.test(headers.host ?? '')) return { status: 403 };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 };
  if (url.length > LONGEST) return { status: 414 };
  const path = decoded(url.replace(/[?#].*$/s, ''));
  if (path === undefined || !path.startsWith('/') || CONTROL.test(path)) return { status: 400 };
  const parts = path.slice(1).split('/');
  const odd = parts.some((part, at) => isDots(part) || (part === '' && at < parts.length - 1));
  return odd ? { status: 400 } : { path };
}

function isDots(part: string): boolean {
  return part === '.' || part === '..';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
