//! Where an API is. Keys and people's files go there, so it is `https`, or `http` within this computer
//! and the person's own network.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use url::{Host, Url};

/// The address an API's paths are added to, such as `https://api.example.org/v1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(Url);

/// Why a text is no base address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlFault {
    #[error("it is no web address")]
    NotAnAddress,
    /// What is sent could be read on the way.
    #[error("plain http is for this computer and the own network")]
    Unprotected,
    /// Keys belong into the keychain, not into an address.
    #[error("it holds a name or a password")]
    Credentials,
    #[error("it has a query or a fragment")]
    Extras,
}

impl FromStr for BaseUrl {
    type Err = BaseUrlFault;

    fn from_str(text: &str) -> Result<Self, BaseUrlFault> {
        let url = Url::parse(text.trim()).map_err(|_| BaseUrlFault::NotAnAddress)?;
        if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
            return Err(BaseUrlFault::NotAnAddress);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BaseUrlFault::Credentials);
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(BaseUrlFault::Extras);
        }
        let base = Self(url);
        if base.is_plain() && !base.is_near() {
            return Err(BaseUrlFault::Unprotected);
        }
        Ok(base)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl BaseUrl {
    /// The base with `path` added to it.
    pub(super) fn with(&self, path: &str) -> String {
        format!("{self}/{path}")
    }

    /// Whether what is sent can be read on the way.
    pub(super) fn is_plain(&self) -> bool {
        self.0.scheme() == "http"
    }

    /// Whether the host is this computer.
    pub(super) fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(name)) => is_localhost(name),
            None => false,
        }
    }

    pub(super) fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether the host is this computer or can be one of the person's own network. A name is looked up
    /// later and judged then by its address ([`is_near_address`]).
    fn is_near(&self) -> bool {
        match self.0.host() {
            Some(Host::Ipv4(address)) => is_near_address(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => is_near_address(IpAddr::V6(address)),
            Some(Host::Domain(name)) => is_localhost(name) || is_near_name(name),
            None => false,
        }
    }
}

fn is_localhost(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    name == "localhost" || name.ends_with(".localhost")
}

/// Names that only a network of one's own gives out.
fn is_near_name(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    !name.contains('.')
        || ["local", "lan", "home", "internal", "intranet", "home.arpa"]
            .iter()
            .any(|end| name.strip_suffix(end).is_some_and(|rest| rest.ends_with('.')))
}

/// Whether an address is this computer or a private one. Link-local IPv4 is not: clouds answer there
/// with keys of their own.
pub(super) fn is_near_address(address: IpAddr) -> bool {
    let near_v4 = |address: Ipv4Addr| address.is_loopback() || address.is_private();
    let near_v6 = |address: Ipv6Addr| {
        address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
    };
    match address {
        IpAddr::V4(address) => near_v4(address),
        IpAddr::V6(address) => address.to_ipv4_mapped().map_or_else(|| near_v6(address), near_v4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, BaseUrlFault>) {
        let base = text.parse::<BaseUrl>().map(|base| base.to_string());
        assert_eq!(base.as_deref().map_err(|fault| *fault), expected, "{text}");
    }

    #[test]
    fn plain_http_stays_within_the_computer_and_the_own_network() {
        check("https://api.anthropic.com", Ok("https://api.anthropic.com"));
        check(" https://openrouter.ai/api/v1/ ", Ok("https://openrouter.ai/api/v1"));
        check("http://localhost:11434", Ok("http://localhost:11434"));
        check("http://127.0.0.1:1234/v1", Ok("http://127.0.0.1:1234/v1"));
        check("http://[::1]:8080", Ok("http://[::1]:8080"));
        check("http://192.168.1.20:8000/v1", Ok("http://192.168.1.20:8000/v1"));
        check("http://studio.local/v1", Ok("http://studio.local/v1"));
        check("http://api.anthropic.com", Err(BaseUrlFault::Unprotected));
        check("http://8.8.8.8/v1", Err(BaseUrlFault::Unprotected));
        check("http://169.254.169.254/", Err(BaseUrlFault::Unprotected));
        check("http://0.0.0.0/", Err(BaseUrlFault::Unprotected));
        check("http://[::ffff:8.8.8.8]/", Err(BaseUrlFault::Unprotected));
        check("http://evil-local/", Ok("http://evil-local"));
        check("http://notlocal.evil.example/", Err(BaseUrlFault::Unprotected));
    }

    #[test]
    fn an_address_holds_no_key_and_no_query() {
        check("https://me:key@example.org/v1", Err(BaseUrlFault::Credentials));
        check("https://example.org/v1?key=x", Err(BaseUrlFault::Extras));
        check("ftp://example.org/", Err(BaseUrlFault::NotAnAddress));
        check("api.example.org", Err(BaseUrlFault::NotAnAddress));
    }
}
