import { Text } from '@fluentui/react-components';

/** A key's fingerprint in groups of four, to be read aloud and compared. */
export function Fingerprint({ of }: { readonly of: string }) {
  return (
    <Text font="monospace" weight="semibold" dir="ltr" translate="no">
      {of.match(/.{1,4}/gu)?.join(' ') ?? of}
    </Text>
  );
}
