import type { Regular, RegularPost } from '../records/regular-post.ts';

export interface RegularPosts {
  read(regular: Regular): Promise<{ readonly value: RegularPost | undefined; readonly version: string } | undefined>;
  all(): Promise<readonly RegularPost[]>;
  write(post: RegularPost, over: string | undefined): Promise<boolean>;
}
