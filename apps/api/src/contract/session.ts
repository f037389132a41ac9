import { z } from 'zod';
import { Id, Text } from './common';

export const SignIn = z
  .strictObject({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn', example: { login: '0912345678', password: 'mat-khau-demo' } });

export const HeldPost = z
  .object({
    post: z.string(),
    title: Text,
    unit: z.string(),
    unitName: z.string(),
    office: z.string(),
    officeName: z.string(),
    duty: z.string(),
    tier: z.string(),
    training: z.boolean(),
  })
  .meta({ id: 'HeldPost' });

export const Me = z
  .object({
    account: Id,
    kind: z.enum(['applicant', 'official']),
    name: z.string(),
    language: z.enum(['vi', 'en']),
    posts: z.array(HeldPost),
  })
  .meta({ id: 'Me' });

export const DemoAccount = z
  .object({ login: z.string(), name: z.string(), who: Text, kind: z.enum(['applicant', 'official']) })
  .meta({ id: 'DemoAccount' });
export const DemoSignIn = z
  .strictObject({ login: z.string().min(1).max(100) })
  .meta({ id: 'DemoSignIn', example: { login: 'nha-o.mytu' } });
