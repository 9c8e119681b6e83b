import type { Regular, RegularPost } from '../records/regular-post.ts';

/** How far what is posted again and again has come, so that it is posted once by however many servers. Throws StoreError. */
export interface RegularPosts {
  /** Where it stands, `undefined` where it was never begun. Its `value` is missing where it cannot be read. */
  read(regular: Regular): Promise<{ readonly value: RegularPost | undefined; readonly version: string } | undefined>;
  /** All that can be read, in no order. */
  all(): Promise<readonly RegularPost[]>;
  /** Puts it in the place of the one at a version, or of none; `false` when another stands there: nothing is written. */
  write(post: RegularPost, over: string | undefined): Promise<boolean>;
}
