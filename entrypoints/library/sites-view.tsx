import type { JSX } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { type ListedSite, SitesPage } from '@/components/sites-page';
import type { Changes } from '@/components/use-changes';
import { useReading } from '@/components/use-reading';
import { optionalSites, originsOf, requiredSites } from '@/utils/sites';
import type { Site } from '@/utils/sites/site';
import { text } from '@/utils/strings';
import { switches } from '../elsewhere/switches';
import { SITE_FACTS } from './site-facts';

/** The sites, and their switches as the browser has them now. */
export function SitesView({ changes }: { readonly changes: Changes }): JSX.Element {
  const [moves, moved] = useReducer<number, void>((count) => count + 1, 0);
  useEffect(() => {
    const leaving = new AbortController();
    switches.onMove(() => moved(), leaving.signal);
    return () => leaving.abort();
  }, []);
  const on = useReading(switches.on, moves);
  const onSwitch = ({ id, name }: ListedSite, isOn: boolean): void => {
    const site = optionalSites.find((other) => other.id === id);
    if (!site) return;
    void (isOn ? switches.switchOn(site) : switches.switchOff(site).then(() => true)).then(
      (done) =>
        changes.say(
          done
            ? { text: text(isOn ? 'switchedOn' : 'switchedOff', name), tone: 'done' }
            : { text: text('switchRefused', name), tone: 'failed' },
        ),
      () => changes.say({ text: text('switchRefused', name), tone: 'failed' }),
    );
  };
  return (
    <SitesPage
      required={REQUIRED}
      optional={OPTIONAL}
      on={on}
      onSwitch={onSwitch}
      changes={changes}
    />
  );
}

const REQUIRED = requiredSites.flatMap(listed);
const OPTIONAL = optionalSites.flatMap(listed);

function listed({ id, name, matches }: Site): readonly ListedSite[] {
  const facts = SITE_FACTS[id];
  if (!facts) return [];
  return [
    { id, name, origins: originsOf(matches), reads: text(facts.reads), checked: facts.checked },
  ];
}
