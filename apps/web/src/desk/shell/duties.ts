import type { Schema } from '@trinhduyet/api-client';

type Posts = Pick<Schema<'Me'>, 'posts'>;

/** Whether somebody holds a post with one of these duties. */
export function holds({ posts }: Posts, ...duties: readonly string[]): boolean {
  return posts.some(({ duty }) => duties.includes(duty));
}

/** Who gives work to others, and sees what their whole office has. */
export function isHead(me: Posts): boolean {
  return holds(me, 'head', 'leader');
}

export function isInTraining({ posts }: Posts): boolean {
  return posts.length > 0 && posts.every(({ training }) => training);
}
