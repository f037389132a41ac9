import { defineTexts } from '../../shared/language';

export const SIGN_IN_TEXTS = defineTexts(
  {
    title: 'Cán bộ đăng nhập',
    login: 'Tài khoản',
    password: 'Mật khẩu',
    reveal: 'Hiện hoặc ẩn mật khẩu',
    signIn: 'Đăng nhập',
    ended: 'Phiên đăng nhập đã hết. Nội dung đang nhập vẫn còn; đăng nhập lại để làm tiếp.',
    forPeople: 'Người dân nộp và theo dõi hồ sơ ở đây',
    demo: 'Tài khoản dùng thử',
    demoMeans: 'Chỉ có trên máy này. Bấm một tên để vào.',
    find: 'Tìm theo tên, vị trí, nơi làm việc',
    found: (count: number) => `${count} tài khoản`,
  },
  {
    title: 'Sign in for officials',
    login: 'Account',
    password: 'Password',
    reveal: 'Show or hide the password',
    signIn: 'Sign in',
    ended: 'The session has ended. What you typed is kept; sign in again to go on.',
    forPeople: 'Applicants submit and follow dossiers here',
    demo: 'Accounts to try out',
    demoMeans: 'On this machine only. Press a name to enter.',
    find: 'Search by name, post or place',
    found: (count) => (count === 1 ? '1 account' : `${count} accounts`),
  },
);
