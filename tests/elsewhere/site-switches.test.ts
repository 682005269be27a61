import { beforeEach, describe, expect, it } from 'vitest';
import { keepRegistered } from '@/utils/elsewhere/registering';
import { type SiteSwitches, siteSwitches } from '@/utils/elsewhere/site-switches';
import { FakeBrowser, settle } from './fake-apis';

const COOL = { id: 'cool', matches: ['https://cool.example/list/*', 'https://cool.example/p/*'] };
const DBLP = { id: 'dblp', matches: ['https://dblp.example/*'] };
const SITES = [COOL, DBLP];
const SHARED = ['https://dblp.example/*'];

let fake: FakeBrowser;
let switches: SiteSwitches;
let left: string[];

beforeEach(() => {
  fake = new FakeBrowser();
  switches = siteSwitches(SITES, fake.apis, SHARED);
  left = [];
});

/** The worker starts, and comes to rest. */
async function startWorker(sites = SITES): Promise<void> {
  keepRegistered(sites, siteSwitches(sites, fake.apis, SHARED), fake.apis, (id) => left.push(id));
  await settle();
}

describe('a site’s switch', () => {
  it('is off until the reader says yes, and off again when they say no', async () => {
    fake.consents = false;
    expect(await switches.switchOn(COOL)).toBe(false);
    expect([...(await switches.on())]).toEqual([]);
    fake.consents = true;
    expect(await switches.switchOn(COOL)).toBe(true);
    expect([...(await switches.on())]).toEqual(['cool']);
    expect(fake.asked).toBe(2);
    await switches.switchOff(COOL);
    expect([...(await switches.on())]).toEqual([]);
    expect([...fake.granted]).toEqual([]);
  });

  it('is not moved by a permission that was given for something else', async () => {
    fake.grant(SHARED);
    expect([...(await switches.on())]).toEqual([]);
    await switches.switchOn(DBLP);
    expect([...(await switches.on())]).toEqual(['dblp']);
    await switches.switchOff(DBLP);
    expect([...fake.granted]).toEqual(SHARED);
  });

  it('asks for the whole site once, not for each of its pages', async () => {
    await switches.switchOn(COOL);
    expect([...fake.granted]).toEqual(['https://cool.example/*']);
  });

  it('tells when it moves, and when the browser’s own settings move it', async () => {
    let moves = 0;
    const leaving = new AbortController();
    switches.onMove(() => (moves += 1), leaving.signal);
    await switches.switchOn(COOL);
    expect(moves).toBe(2);
    fake.revoke(['https://cool.example/*']);
    expect(moves).toBe(3);
    leaving.abort();
    fake.grant(['https://cool.example/*']);
    expect(moves).toBe(3);
  });

  it('is off where what is kept makes no sense', async () => {
    fake.grant(['https://cool.example/*']);
    for (const sitesOn of [null, 'cool', { cool: true }, [7, null]]) {
      fake.kept = { sitesOn };
      expect([...(await switches.on())]).toEqual([]);
    }
  });
});

describe('the scripts of sites', () => {
  it('are registered for what is switched on, and nothing else', async () => {
    await startWorker();
    expect(fake.registered.size).toBe(0);
    await switches.switchOn(COOL);
    await settle();
    expect([...fake.registered.values()]).toMatchObject([
      {
        matches: COOL.matches,
        js: ['content-scripts/cool.js'],
        css: ['content-scripts/cool.css'],
        persistAcrossSessions: true,
      },
    ]);
    await switches.switchOff(COOL);
    await settle();
    expect(fake.registered.size).toBe(0);
  });

  it('come to the tabs of the site that are open, once', async () => {
    fake.tabs.set(3, 'https://cool.example/list/today');
    fake.tabs.set(4, 'https://elsewhere.example/');
    await startWorker();
    await switches.switchOn(COOL);
    await settle();
    const there = ['3 content-scripts/cool.css', '3 content-scripts/cool.js'];
    expect(fake.done).toEqual(there);
    await startWorker();
    expect(fake.done).toEqual(there);
  });

  it('leave their pages when the switch goes off, also in the browser’s own settings', async () => {
    await startWorker();
    await switches.switchOn(COOL);
    await settle();
    fake.revoke(['https://cool.example/*']);
    await settle();
    expect(left).toEqual(['cool']);
    expect(fake.registered.size).toBe(0);
  });

  it('are found wanting by a worker that starts: after an update, or a switch it slept through', async () => {
    await switches.switchOn(COOL);
    expect(fake.registered.size).toBe(0);
    await startWorker();
    expect([...fake.registered.keys()]).toEqual(['site-cool']);
    fake.granted.clear();
    await startWorker();
    expect(fake.registered.size).toBe(0);
    expect(left).toEqual(['cool']);
  });

  it('follow a version that reads other pages, without going into tabs again', async () => {
    fake.tabs.set(3, 'https://cool.example/list/today');
    await startWorker();
    await switches.switchOn(COOL);
    await settle();
    fake.done.length = 0;
    await startWorker([{ id: 'cool', matches: ['https://cool.example/*'] }]);
    expect(fake.registered.get('site-cool')?.matches).toEqual(['https://cool.example/*']);
    expect([fake.done, left]).toEqual([[], []]);
  });

  it('of others are let be', async () => {
    fake.registered.set('other', { id: 'other', css: [] });
    await startWorker();
    expect([...fake.registered.keys()]).toEqual(['other']);
  });

  it('stay in step after the browser refused once', async () => {
    const { registerContentScripts } = fake.apis.scripting;
    let refuses = true;
    Object.assign(fake.apis.scripting, {
      registerContentScripts: (scripts: never) =>
        refuses ? Promise.reject(new Error('busy')) : registerContentScripts(scripts),
    });
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...said: unknown[]) => void warned.push(said);
    await startWorker();
    await switches.switchOn(COOL);
    await settle();
    console.warn = warn;
    expect(warned.length).toBeGreaterThan(0);
    refuses = false;
    await switches.switchOn(DBLP);
    await settle();
    expect([...fake.registered.keys()].toSorted()).toEqual(['site-cool', 'site-dblp']);
  });
});
