import { Button } from '@fluentui/react-components';

/** Above its list, so it keeps the focus while there is more; its caller moves the focus after the last page. */
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
