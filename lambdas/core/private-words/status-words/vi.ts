import type { StatusWords } from './status-words.ts';

const WHO =
  '(toi|chung toi|tui|em|con toi|con em|chau|minh|chong toi|vo toi|chong em|vo em|chong minh|gia dinh toi|gia dinh em|gia dinh minh|nha toi|nha em|nha minh|me toi|ba toi|bo toi|me chau|ba chau|bo chau|ca nha|anh toi|chi toi|em toi|ba me toi|ong xa|ba xa|anh ay|co ay|hai vo chong)';
const NOT = '(khong|ko|k|kg|hong|hok|0|kh|chua|chang|khong con)';
const A = '(mot|cai|con|duoc|he|ca|cac|bat ky)';
const PAPERS =
  '(giay to|giay to hop phap|giay to tuy than|visa|the xanh|green card|so an sinh|so an sinh xa hoi|social|ssn|quoc tich|quoc tich my|tinh trang hop phap|giay phep lao dong|work permit|giay phep lam viec|tps|daca|giay to di tru|status)';
const STATUS =
  '(the xanh|green card|quoc tich my|quoc tich|tps|daca|visa|visa du lich|visa du hoc|visa u|ti nan|quy che ti nan|ty nan|parole|work permit|giay phep lao dong|giay phep lam viec|thuong tru nhan|the thuong tru|lenh truc xuat|h1b|f1|h 1b|f 1|b2|k1|ead)';

/** Vietnamese, with its marks, without them, and in the short forms of messages. */
export const vi: StatusWords = {
  stems: [
    'giay',
    'visa',
    'the xanh',
    'green card',
    'lau',
    'hop phap',
    'truc xuat',
    'ti nan',
    'ty nan',
    'di tru',
    'quoc tich',
    'thuong tru',
    'tps',
    'daca',
    'vuot bien',
    'nhap cu',
    'dinh cu',
    'an sinh',
    'bien gioi',
    'parole',
    'work permit',
    'nhap canh',
    'social',
    'ssn',
    'status',
    'chui',
    'h1b',
    'f1',
    'b2',
    'k1',
    'ead',
    'h 1b',
    'f 1',
  ],
  says: [
    `${WHO} ... (bat hop phap|khong giay to|ti nan|ty nan)`,
    `(the xanh|giay phep lao dong|quoc tich|tps|visa|work permit) (cua)? (toi|em|chung toi|chong toi|vo toi|minh|gia dinh toi|con toi|nha toi|chong em|tui) (van)? (chua|chua co|moi|sap|da) (ve|toi|co|duoc|den|xong|duyet)`,
    `(qua|sang|den|vao|nhap canh) (my|day|ben nay)? (bang|theo|voi|dien) (dien)? (visa|visa du lich|visa du hoc|du lich|ti nan|parole|bao lanh ti nan|visa f1|visa b2)`,
    `${WHO} (la|dang|song|o|van|toan|deu)? (nguoi)? (nhap cu|cu tru|song|o|dan)? (nhap cu)? (bat hop phap|khong hop phap|lau ben my|khong giay to)`,
    '(o|song|cu tru|nhap cu|lam|di cu|nhap canh|vao my|qua my|sang my|den my) (my|day|ben my|o my)? (bat hop phap|khong hop phap|khong giay to|khong co giay to|ko giay to|trai phep)',
    '(nhap canh|vao my|qua my|sang my) chui',
    '(dang|song|phai|toi|em) o lau (ben|o|tai|khong|ko|va)',
    `${WHO} (dang|bi|cung dang) o lau`,
    `${WHO} (la|la nguoi|deu la|dien|thuoc dien|qua dien|di dien|theo dien|sang theo dien|qua theo dien|den my theo dien)? (nguoi)? (ti nan|ty nan|dan ti nan|thuong tru nhan|thuong tru|cong dan my|quoc tich my|ti nan chinh tri)`,
    `${WHO} ${NOT} phai (la)? (cong dan|thuong tru nhan|quoc tich) (my)?`,
    `${WHO} (dang|da|moi|vua|van|cung|con|duoc|da duoc|dang duoc|moi duoc|xin|dang xin|da xin|cho|dang cho|nop don|da nop don|nop don xin|nop|moi co|da co|chi co|gia han|sang bang|o bang|di bang|qua bang|dung)? (co|lam|giu|nhan|cap|xin|xet|cho|gia han|nhan duoc|bang|dien|mat|duoc)? (don)? (xin)? ${STATUS}`,
    `(xin|cho|duoc|nop don|ho so|dien) ${A}? (ti nan|ty nan)`,
    '(visa|the xanh|tps|daca|giay phep lao dong|parole|giay to|work permit|green card) (cua)? (toi|em|chung toi|chong toi|vo toi|minh|gia dinh toi|con toi|nha toi|tui|me toi|chong em|du lich)? (cua toi|cua em)? (da|bi|sap|vua|dang)? (het han|qua han|bi tu choi|tu choi|het hieu luc|cho duyet|dang xet)',
    '(het han|qua han|o qua han|lo han) (visa|the xanh|tps|giay phep lao dong|cu tru)',
    `(${WHO.slice(1, -1)}|da|vua|sap) (vua|da|moi|sap|cung|dang)? bi (my)? truc xuat`,
    `truc xuat (chong|vo|ba|me|bo|anh|toi|em|con|cha) (toi|em|chau|minh)?`,
    `(${WHO.slice(1, -1)}) ... (vuot bien|vuot bien gioi|qua bien gioi|tron qua bien gioi|di chui)`,
    `(${WHO.slice(1, -1)}|co|phai ra|ra|di) (co|phai ra|ra|phai di|co hen|bi goi ra|co lich|dang co)? (phien|lich|hen)? (o|voi|ra)? (toa di tru|toa an di tru|luat su di tru|ho so di tru)`,
  ],
  papers: {
    says: [`${NOT} (he)? co ${A}? ${PAPERS}`, `(khong|ko) ${PAPERS}`],
    unless: [
      '(cua|tu|de|cho|ve|tiem|chung|khai|nhap|bac|hoc|dang|chich|nha truong|truong|xac|ra|phep|bao|gioi|moi|khen|ma|nao|can|yeu|truong|kiem|mau) *',
      '(khai sinh|tiem chung|nhap hoc|de|cua|cho|phep|moi|bao)',
    ],
  },
  asWritten: ['ở lậu', 'cư trú lậu', 'nhập cư lậu', 'sống lậu'],
};
