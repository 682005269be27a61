import { counted } from '@/utils/strings';
import { dayText } from './day-text';

/** Days a paper lies in the trash before it goes for good. */
const KEPT_DAYS = 30;

const DAY_MS = 86_400_000;

/** Since when a paper is in the trash, and how long it stays there. */
export function trashedText(trashedAt: string): string {
  const left = Math.ceil((Date.parse(trashedAt) - Date.now()) / DAY_MS) + KEPT_DAYS;
  return counted('trashedLeft', Math.max(0, left), dayText(trashedAt));
}
