import { useCallback, useEffect, useState } from 'react';
import { type Result, useTab } from '../parts/tab-context.ts';
import type { AnswerOf } from '../../contract/operations.ts';

type People = Result<AnswerOf<'keys.people'>>;

export function usePeople(): { readonly people: People | undefined; readonly reload: () => Promise<void> } {
  const { call } = useTab();
  const [people, setPeople] = useState<People>();
  const reload = useCallback(async () => setPeople(await call('keys.people', {})), [call]);
  useEffect(() => void reload(), [reload]);
  return { people, reload };
}
