import { type Packing, packing } from '@/utils/store/packing';
import { type Opened, openLibrary } from './open-library';

/** A library whose index is brought up to date when a test says so. */
export function openIndexed(name?: string): Opened & Packing {
  const opened = openLibrary(name);
  return { ...opened, ...packing(opened.db, () => Promise.resolve()) };
}
