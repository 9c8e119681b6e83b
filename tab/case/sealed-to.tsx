import { makeStyles, tokens } from '@fluentui/react-components';
import { keyGroupText } from '../parts/named.ts';
import { useTab } from '../parts/tab-context.ts';
import { Fingerprint } from '../seals/fingerprint.tsx';
import { useKeys } from '../seals/keys-context.tsx';
import { Notice } from '../parts/notice.tsx';
import { type KeyHolder, whoseKeys } from './whose-keys.ts';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

export function SealedTo({ fingerprints }: { readonly fingerprints: readonly string[] }) {
  const { say } = useTab();
  const styles = useStyles();
  const { mine } = useKeys();
  const holders = mine && whoseKeys(fingerprints, mine.recipients, mine.retired);
  const name = (holder: KeyHolder) => {
    if (holder === 'unknown') return say('case.unknownKey');
    return holder === 'retired' ? say('case.retiredKey') : keyGroupText(say, holder);
  };
  return (
    <div>
      <h3 className={styles.heading}>{say('case.sealedTo')}</h3>
      <ul className={styles.list}>
        {fingerprints.map((fingerprint, place) => (
          <li key={fingerprint}>
            {holders?.[place] && `${name(holders[place].holder)}: `}
            <Fingerprint of={fingerprint} />
          </li>
        ))}
      </ul>
      {holders === undefined && <p>{say('case.keysUnknown')}</p>}
      {holders?.some(({ holder }) => holder === 'unknown') && (
        <Notice tone="alarm">
          <p>{say('case.unknownKeyText')}</p>
        </Notice>
      )}
    </div>
  );
}
