// @vitest-environment jsdom
import { type ComponentChild, render } from 'preact';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FilterField } from '@/components/filter-field';
import { NoteField } from '@/components/note-field';
import { StateMenu } from '@/components/state-menu';
import { TagField } from '@/components/tag-field';
import { TopicField } from '@/components/topic-field';
import { speakEnglish } from './english';

beforeAll(speakEnglish);
afterEach(() => render(null, document.body));
// Preact looks once more after a frame or 100 ms, and the document must still be there then.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 250)));

function nothing(): void {}

function none(): Promise<never[]> {
  return Promise.resolve([]);
}

const EDITORS: Record<string, ComponentChild> = {
  note: <NoteField text="" status="saved" onInput={nothing} autoFocus />,
  tags: (
    <TagField
      tags={[]}
      suggestions={[]}
      onAdd={nothing}
      onRemove={nothing}
      onDone={nothing}
      autoFocus
    />
  ),
  state: <StateMenu state={undefined} onSet={nothing} autoFocus />,
  filter: <FilterField query="" suggest={none} onInput={nothing} onDone={nothing} />,
  topic: (
    <TopicField
      proposals={[]}
      now={0}
      effectOf={() => ({ here: 0, problem: undefined })}
      reachOf={none}
      suggest={none}
      onPreview={nothing}
      onKeep={nothing}
      onDone={nothing}
    />
  ),
};

// Whatever is typed before it has the focus would be taken for the page's keys.
test.each(Object.keys(EDITORS))('the %s editor has the focus the moment it is drawn', (name) => {
  render(EDITORS[name], document.body);
  expect(document.activeElement?.matches('input, textarea')).toBe(true);
});
