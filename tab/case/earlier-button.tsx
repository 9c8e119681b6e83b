import { Button } from '@fluentui/react-components';

/**
 * Shows what is before a list. It stands above the list and keeps the focus while there is more, so that it can be
 * pressed again; whoever uses it says where the focus goes after the last.
 */
export function EarlierButton(props: {
  readonly words: string;
  readonly isWaiting?: boolean;
  readonly onMore: () => void;
}) {
  const { words, isWaiting = false, onMore } = props;
  return (
    <div>
      <Button disabledFocusable={isWaiting} onClick={onMore}>
        {words}
      </Button>
    </div>
  );
}
