import { Menu } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { compareNames } from '@trinhduyet/text';
import type { ReactNode } from 'react';

interface AssignMenuProps {
  readonly people: readonly Schema<'Colleague'>[];
  /** Posts that whoever is chosen must hold, all of them. */
  readonly posts: readonly string[];
  readonly none: string;
  readonly opened?: boolean;
  readonly target: ReactNode;
  onOpened?(opened: boolean): void;
  onPick(account: string): void;
}

/** To whom a task may be given: by name, whoever holds its post. */
export function AssignMenu({ people, posts, none, opened, target, onOpened, onPick }: AssignMenuProps) {
  const able = people.filter((person) => posts.every((post) => person.posts.includes(post)));
  return (
    <Menu position="top-start" shadow="md" opened={opened} onChange={onOpened}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {able.length === 0 && <Menu.Item disabled>{none}</Menu.Item>}
        {[...able]
          .sort((one, other) => compareNames(one.name, other.name))
          .map(({ account, name }) => (
            <Menu.Item key={account} onClick={() => onPick(account)}>
              {name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
