import { useState } from 'preact/hooks';

/**
 * A setting of this page that is there again next time. What is stored is taken only if `isOne` says
 * it is one; where nothing can be stored, it lasts as long as the page.
 */
export function useRemembered<Value>(
  name: string,
  first: Value,
  isOne: (value: unknown) => value is Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
      return isOne(stored) ? stored : first;
    } catch {
      return first;
    }
  });
  return [
    value,
    (next) => {
      setValue(next);
      try {
        localStorage.setItem(name, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing loses a setting, no paper.
      }
    },
  ];
}
