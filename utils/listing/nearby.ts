import { coalesce } from './coalesce';
import { slices } from './slices';

/** How far outside the viewport an element counts as near. */
const MARGIN = '400px 0px';

/** Elements that are waited for. */
export type Nearby = { watch(element: Element): void; unwatch(element: Element): void };

/** Calls `arrive` when an element has come near the viewport, a few in each frame. */
export function nearby(arrive: (element: Element) => void, signal: AbortSignal): Nearby {
  const arrived = new Set<Element>();
  const work = coalesce(async () => {
    const slice = slices();
    for (const element of arrived) {
      if (slice.isOver()) await slice.next();
      if (arrived.delete(element)) arrive(element);
    }
  });
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) arrived.add(target);
      void work();
    },
    { rootMargin: MARGIN },
  );
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    watch: (element) => observer.observe(element),
    unwatch(element) {
      observer.unobserve(element);
      arrived.delete(element);
    },
  };
}
