import { Text } from '@fluentui/react-components';
import { formatFingerprint } from '../../core/model/public-keys.ts';

export function Fingerprint({ of: fingerprint }: { readonly of: string }) {
  return (
    <Text font="monospace" weight="semibold" dir="ltr" translate="no">
      {formatFingerprint(fingerprint)}
    </Text>
  );
}
