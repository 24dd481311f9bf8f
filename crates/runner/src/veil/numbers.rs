//! Numbers that prove themselves: check digits of identity, tax, card and account numbers.

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// 身分證字號 and 居留證 (new form): a letter, 1 2 8 or 9, eight digits, weighted sum by ten.
pub(super) fn is_national_id(text: &str) -> bool {
    // Each letter stands for two digits, in the order in which counties were numbered.
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVXYWZIO";
    let Some((letter, rest)) = text.split_at_checked(1) else { return false };
    let letter = letter.bytes().next().map(|b| b.to_ascii_uppercase());
    let Some(place) = LETTERS.iter().position(|known| Some(*known) == letter) else { return false };
    let place = u32::try_from(place).unwrap_or(0) + 10;
    let numbers = digits(rest);
    if numbers.len() != 9 || rest.len() != 9 {
        return false;
    }
    if !matches!(numbers.first(), Some(1 | 2 | 8 | 9)) {
        return false;
    }
    let weights = [8, 7, 6, 5, 4, 3, 2, 1, 1];
    let sum: u32 = numbers.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    (place / 10 + place % 10 * 9 + sum).is_multiple_of(10)
}

/// 統一編號: eight digits; the sum of the digits of the products by five (the rule since 2023);
/// a 7 at the seventh place may count as 1 less.
pub(super) fn is_tax_id(text: &str) -> bool {
    let numbers = digits(text);
    if numbers.len() != 8 || text.len() != 8 || numbers.iter().all(|digit| *digit == 0) {
        return false;
    }
    let weights = [1, 2, 1, 2, 1, 2, 4, 1];
    let products = numbers.iter().zip(weights).map(|(digit, weight)| digit * weight);
    let sum: u32 = products.map(|product| product / 10 + product % 10).sum();
    // 7 × 4 = 28 → 10, whose own digits may be taken as 1 or as 0.
    sum.is_multiple_of(5) || (numbers.get(6) == Some(&7) && (sum + 1).is_multiple_of(5))
}

/// 公民身份号码: 17 digits with a date of birth, and a check digit by 11.
pub(super) fn is_resident_id(text: &str) -> bool {
    let Some((numbers, check)) = text.split_at_checked(17) else { return false };
    let numbers = digits(numbers);
    let date = |from: usize, length: usize| {
        numbers.get(from..from + length).map(|d| d.iter().fold(0, |all, digit| all * 10 + digit))
    };
    let is_date = matches!(date(6, 4), Some(1900..=2099))
        && matches!(date(10, 2), Some(1..=12))
        && matches!(date(12, 2), Some(1..=31));
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = numbers.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    let wanted = "10X98765432".chars().nth((sum % 11) as usize);
    let given = check.chars().next().map(|c| c.to_ascii_uppercase());
    numbers.len() == 17 && is_date && check.len() == 1 && given == wanted
}

/// Payment cards: 13 to 19 digits that satisfy Luhn.
pub(super) fn is_card(text: &str) -> bool {
    let numbers = digits(text);
    let sum: u32 = numbers
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => *digit,
            _ if *digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        })
        .sum();
    (13..=19).contains(&numbers.len()) && matches!(numbers.first(), Some(2..=6)) && sum.is_multiple_of(10)
}

/// IBAN: remainder 1 by 97 with the first four characters moved behind.
pub(super) fn is_iban(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| *c != ' ').collect();
    if !(15..=34).contains(&plain.len()) {
        return false;
    }
    let Some((head, rest)) = plain.split_at_checked(4) else { return false };
    let mut remainder = 0_u32;
    for c in rest.chars().chain(head.chars()) {
        let Some(value) = c.to_digit(36) else { return false };
        remainder = (remainder * if value > 9 { 100 } else { 10 } + value) % 97;
    }
    remainder == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_forms_pass_and_a_changed_digit_does_not() {
        // Well-known specimens, nobody's own numbers.
        for (proves, specimen, changed) in [
            (is_national_id as fn(&str) -> bool, "A123456789", "A123456788"),
            (is_tax_id, "04595257", "04595258"),
            (is_tax_id, "10458575", "10458573"),
            (is_resident_id, "11010519491231002X", "110105194912310021"),
            (is_card, "4111 1111 1111 1111", "4111 1111 1111 1112"),
            (is_iban, "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"),
            (is_iban, "DE89370400440532013000", "DE89370400440532013001"),
        ] {
            assert!(proves(specimen), "{specimen}");
            assert!(!proves(changed), "{changed}");
            assert!(!proves(""), "nothing proves nothing");
        }
    }
}
