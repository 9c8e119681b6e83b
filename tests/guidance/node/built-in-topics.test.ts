import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadBuiltInTopics, topicsFolder, readBilingualSources } from '../../../guidance/node/built-in-texts.ts';
import { parseTopic } from '../../../guidance/parse-topic.ts';
import { sortTopics } from '../../../guidance/topic.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

describe('the topics that come with Candour', () => {
  it.each([...readBilingualSources()])('%s can be read', (id, source) => {
    expect(parseTopic(id, source)).toMatchObject({ kind: 'topic' });
  });

  it('are those that cards in chats lead to, in the order in which they are read', () => {
    const read = 'what signs scenes colleague own duty protects evidence code after support ways';
    expect(sortTopics(loadBuiltInTopics()).map(({ id }) => id)).toEqual(read.split(' '));
  });

  it('are shown without one that cannot be read: the server starts all the same', () => {
    const folder = createTemporaryFolder();
    try {
      cpSync(topicsFolder, folder, { recursive: true });
      writeFileSync(join(folder, 'signs.cy.md'), '<script>');
      rmSync(join(folder, 'what.cy.md'));
      const ids = [...loadBuiltInTopics(folder).keys()];
      expect(ids).toHaveLength(loadBuiltInTopics().size - 2);
      expect(ids).not.toContain('signs');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
