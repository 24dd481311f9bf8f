//! Where the system keeps keys: the keychain of macOS, the credential manager of Windows, the secret service of
//! Linux desktops. A key goes in and comes out as a [`Secret`]; nothing here prints one or writes one to a file.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use keyring::Entry;

use crate::providers::Secret;
use crate::redact::Redactor;

/// The name of this program in the keychain; a key is filed under it by its own name.
const SERVICE: &str = "halfday";
/// A person who is asked to unlock it gets this long.
const LONGEST: Duration = Duration::from_mins(2);

/// Something that keeps keys by their names.
pub trait Keychain: Send + Sync {
    /// The key of this name; `None`: it has none.
    fn find(&self, name: &str) -> Result<Option<Secret>, NoKeychain>;

    /// Keeps a key, instead of one it has of this name.
    fn keep(&self, name: &str, key: &Secret) -> Result<(), NoKeychain>;

    /// Forgets a key; one that is not there is forgotten already.
    fn forget(&self, name: &str) -> Result<(), NoKeychain>;
}

/// The keychain cannot be used, and why: words of the system, never a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the keychain of the system cannot be used: {why}")]
pub struct NoKeychain {
    pub why: String,
}

/// The keychain of the system. It may ask the person to unlock it, and is waited for.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemKeychain;

/// Keys of this run: they end with the process.
#[derive(Default)]
pub struct MemoryKeychain {
    keys: Mutex<HashMap<String, Secret>>,
}

/// A keychain that was switched off.
#[derive(Debug, Clone, Copy, Default)]
pub struct SwitchedOff;

impl Keychain for SystemKeychain {
    fn find(&self, name: &str) -> Result<Option<Secret>, NoKeychain> {
        asked(name, |entry| entry.get_password().map(|key| Secret::new(&key)))
    }

    fn keep(&self, name: &str, key: &Secret) -> Result<(), NoKeychain> {
        let redactor = Redactor::new([key]);
        let key = key.clone();
        match asked(name, move |entry| entry.set_password(key.expose())) {
            Ok(Some(())) => Ok(()),
            Ok(None) => Err(NoKeychain { why: "it did not keep the key".to_owned() }),
            Err(NoKeychain { why }) => Err(NoKeychain { why: redactor.clean(&why) }),
        }
    }

    fn forget(&self, name: &str) -> Result<(), NoKeychain> {
        asked(name, Entry::delete_credential).map(|_| ())
    }
}

/// Asks for what is under this name; `None`: nothing is.
fn asked<T: Send + 'static>(
    name: &str,
    ask: impl FnOnce(&Entry) -> keyring::Result<T> + Send + 'static,
) -> Result<Option<T>, NoKeychain> {
    let name = name.to_owned();
    match within(LONGEST, move || ask(&Entry::new(SERVICE, &name)?)) {
        Some(Ok(found)) => Ok(Some(found)),
        Some(Err(keyring::Error::NoEntry)) => Ok(None),
        Some(Err(fault)) => Err(unusable(&fault)),
        None => Err(NoKeychain { why: "it does not answer".to_owned() }),
    }
}

/// Asks on a thread of its own: the way to the keychain blocks, which no asynchronous code may, and where nobody sees
/// the question it puts to the person it would block for ever. `None`: nothing came in time.
fn within<T: Send + 'static>(longest: Duration, ask: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (answer, answered) = mpsc::channel();
    thread::spawn(move || {
        // Nobody may be listening any more.
        let _ = answer.send(ask());
    });
    answered.recv_timeout(longest).ok()
}

/// A fault without what it may carry: some variants hold the very bytes of the key.
fn unusable(fault: &keyring::Error) -> NoKeychain {
    let why = match fault {
        keyring::Error::NoDefaultStore => match Entry::store_status() {
            Err(keyring::Error::PlatformFailure(cause) | keyring::Error::NoStorageAccess(cause)) => {
                cause.to_string()
            }
            Ok(()) | Err(_) => "there is none".to_owned(),
        },
        keyring::Error::PlatformFailure(cause) | keyring::Error::NoStorageAccess(cause) => cause.to_string(),
        keyring::Error::Ambiguous(_) => "it has several entries of this name".to_owned(),
        _ => "it holds no text of this name".to_owned(),
    };
    NoKeychain { why }
}

impl MemoryKeychain {
    fn keys(&self) -> MutexGuard<'_, HashMap<String, Secret>> {
        // A map of whole keys: nothing in it can be half done.
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The names of its keys.
    pub fn names(&self) -> Vec<String> {
        self.keys().keys().cloned().collect()
    }
}

impl Keychain for MemoryKeychain {
    fn find(&self, name: &str) -> Result<Option<Secret>, NoKeychain> {
        Ok(self.keys().get(name).cloned())
    }

    fn keep(&self, name: &str, key: &Secret) -> Result<(), NoKeychain> {
        self.keys().insert(name.to_owned(), key.clone());
        Ok(())
    }

    fn forget(&self, name: &str) -> Result<(), NoKeychain> {
        self.keys().remove(name);
        Ok(())
    }
}

impl Keychain for SwitchedOff {
    fn find(&self, _: &str) -> Result<Option<Secret>, NoKeychain> {
        Err(is_off())
    }

    fn keep(&self, _: &str, _: &Secret) -> Result<(), NoKeychain> {
        Err(is_off())
    }

    fn forget(&self, _: &str) -> Result<(), NoKeychain> {
        Err(is_off())
    }
}

fn is_off() -> NoKeychain {
    NoKeychain { why: "HALFDAY_KEYCHAIN is off".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_never_tells_the_key_it_stumbled_over() {
        let canary = "sk-canary-0123456789";
        let faults = [
            keyring::Error::BadEncoding(canary.as_bytes().to_vec()),
            keyring::Error::Invalid("password".to_owned(), canary.to_owned()),
            keyring::Error::TooLong(canary.to_owned(), 3),
        ];

        for fault in faults {
            let told = unusable(&fault);
            assert!(!format!("{told} {told:?}").contains("canary"), "{told}");
        }
    }

    #[test]
    fn a_keychain_that_does_not_answer_is_not_waited_for_for_ever() {
        let (hold, held) = mpsc::channel::<()>();

        let silent = within(Duration::from_millis(20), move || held.recv());
        drop(hold);

        assert!(silent.is_none());
        assert_eq!(within(LONGEST, || 7), Some(7));
    }

    #[test]
    fn keys_of_this_run_are_kept_replaced_and_forgotten_by_name() -> Result<(), NoKeychain> {
        let memory = MemoryKeychain::default();

        memory.keep("work", &Secret::new("one-and-only"))?;
        memory.keep("work", &Secret::new("another-one"))?;

        assert_eq!(memory.find("work")?, Some(Secret::new("another-one")));
        memory.forget("work")?;
        memory.forget("work")?;
        assert_eq!(memory.find("work")?, None);
        Ok(())
    }
}
