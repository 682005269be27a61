import { type Packing, packing } from '@/utils/store/packing';
import { type Opened, openLibrary } from './open-library';

/**
 * A library whose index is brought up to date when a test says so. Rows have few places, so that they
 * are divided as they are in large libraries.
 */
export function openIndexed(name?: string, placesInRow = 3): Opened & Packing {
  const opened = openLibrary(name);
  return { ...opened, ...packing(opened.db, () => Promise.resolve(), placesInRow) };
}
