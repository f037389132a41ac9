import { entry } from './entry';

/** Why another day cannot be promised: refusals of the core. */
export const OF_EXTENSION = {
  'may-not-extend': entry(
    403,
    ['Bước này không gia hạn được.', 'Để cơ quan đang giải quyết hồ sơ gia hạn.'],
    ['This step cannot extend the time.', 'Leave it to the office that works on the dossier.'],
  ),
  'already-extended': entry(
    409,
    ['Hồ sơ này đã gia hạn một lần.', 'Chỉ được hẹn lại một lần; giải quyết theo ngày đã hẹn lại.'],
    [
      'The time of this dossier was extended once already.',
      'It is done once only; keep the day that was promised anew.',
    ],
  ),
  'nothing-promised': entry(
    409,
    ['Hồ sơ hiện không có ngày hẹn trả để gia hạn.', 'Chờ người nộp bổ sung, hoặc kết quả đã có rồi.'],
    ['There is no promised day to move now.', 'The applicant is waited for, or the result is there already.'],
  ),
  'too-late-to-extend': entry(
    409,
    ['Đã quá hạn gia hạn và xin lỗi.', 'Phải gửi trước ngày hẹn trả ít nhất một ngày làm việc.'],
    ['It is too late to extend the time.', 'The apology goes out at least one working day before the promised one.'],
  ),
  'unlawful-promise': entry(
    422,
    ['Ngày hẹn lại phải là ngày làm việc sau ngày đã hẹn.', 'Chọn ngày khác.'],
    ['The new day must be a working day after the promised one.', 'Choose another day.'],
  ),
} as const;

/** What can go wrong with papers, their numbers and their files. */
export const OF_PAPERS = {
  'number-taken': entry(
    409,
    ['Số này đã cấp cho văn bản khác trong năm.', 'Xem sổ văn bản rồi nhập số khác.'],
    ['This number was given to another paper this year.', 'Look at the register and enter another.'],
  ),
  'block-overlaps': entry(
    409,
    ['Dải số này trùng với dải số đã giữ.', 'Xem các dải đã giữ rồi chọn dải khác.'],
    ['These numbers are reserved already.', 'Look at what is reserved and choose others.'],
  ),
  'paper-not-issued': entry(
    409,
    ['Văn bản này chưa được cấp số.', 'Chờ văn thư cấp số rồi tải lại.'],
    ['This paper has no number yet.', 'Wait until the archivist has numbered it.'],
  ),
  'paper-differs': entry(
    500,
    ['Tệp văn bản đã lưu bị mất hoặc hỏng, bản lập lại không khớp.', 'Báo quản trị viên để khôi phục từ bản sao lưu.'],
    ['The stored file of this paper is lost or damaged.', 'Tell the administrator to restore it from a backup.'],
  ),
} as const;
