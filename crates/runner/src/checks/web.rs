//! Links of the web, asked only when the person wrote `links: web`. What is asked comes from a
//! text nobody has read yet, so it may not reach into the person's own network: private and
//! loopback addresses are refused, by name and after the name is looked up, at every redirect.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use halfday_domain::check::{CheckOutcome, CheckResult, DetailCode};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, StatusCode};
use tokio::time::{Instant, timeout_at};
use url::{Host, Url};

use super::{fails, links, listed};
use crate::deliverable::Deliverable;
use crate::error::Error;

const MOST_LINKS: usize = 50;
const MOST_REDIRECTS: usize = 5;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const TIMEOUT: Duration = Duration::from_secs(10);
/// For all links together; the rest cannot be told.
const TIMEOUT_OF_ALL: Duration = Duration::from_mins(1);

/// Which hosts may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses only.
    Public,
    /// This computer too; for tests with a server of their own.
    Loopback,
}

/// What came of one link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    Leads,
    /// The other side says that there is nothing.
    Broken,
    /// Offline, refused, too slow, not to be asked.
    Unknown,
}

/// Asks the web links of the texts. The local ones are for [`super::run`]; call this when that
/// one says that the web was not asked.
pub async fn ask(deliverables: &[Deliverable], reach: Reach) -> Result<CheckOutcome, Error> {
    let client = client(reach)?;
    let targets = links::web(deliverables);
    let (mut broken, mut unknown, mut count) = (vec![], vec![], 0_u32);
    let deadline = Instant::now() + TIMEOUT_OF_ALL;
    for (at, target) in targets.iter().enumerate() {
        let link = if at < MOST_LINKS {
            timeout_at(deadline, one(&client, target, reach)).await.unwrap_or(Link::Unknown)
        } else {
            Link::Unknown
        };
        match link {
            Link::Leads => count += 1,
            Link::Broken => broken.push(target.as_str()),
            Link::Unknown => unknown.push(target.as_str()),
        }
    }
    Ok(if !broken.is_empty() {
        fails(DetailCode::LinksBroken, &[("names", &listed(&broken))])
    } else if !unknown.is_empty() {
        CheckOutcome::with(CheckResult::CannotTell, DetailCode::LinksUnknown, &[("names", &listed(&unknown))])
    } else {
        CheckOutcome::with(CheckResult::Holds, DetailCode::LinksHold, &[("count", &count.to_string())])
    })
}

fn client(reach: Reach) -> Result<Client, Error> {
    let redirects = Policy::custom(move |attempt| {
        if attempt.previous().len() > MOST_REDIRECTS || !may_ask(attempt.url(), reach) {
            attempt.stop()
        } else {
            attempt.follow()
        }
    });
    Client::builder()
        .redirect(redirects)
        .referer(false)
        // A proxy would look the name up out of our sight.
        .no_proxy()
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(TIMEOUT)
        .user_agent("halfday-link-check")
        .dns_resolver(Arc::new(Lookup { reach }))
        .build()
        .map_err(|source| Error::WebClient { source })
}

async fn one(client: &Client, target: &str, reach: Reach) -> Link {
    let Ok(url) = Url::parse(target) else { return Link::Broken };
    if !may_ask(&url, reach) {
        return Link::Unknown;
    }
    match status(client, Method::HEAD, url.clone()).await {
        // Some servers know no HEAD, or turn it away.
        Some(status) if status.is_client_error() || status == StatusCode::NOT_IMPLEMENTED => {
            judged(status_or(client, url, status).await)
        }
        Some(status) => judged(status),
        None => Link::Unknown,
    }
}

async fn status_or(client: &Client, url: Url, other: StatusCode) -> StatusCode {
    status(client, Method::GET, url).await.unwrap_or(other)
}

/// The status of an answer; its body is never read.
async fn status(client: &Client, method: Method, url: Url) -> Option<StatusCode> {
    client.request(method, url).send().await.ok().map(|answer| answer.status())
}

fn judged(status: StatusCode) -> Link {
    match status {
        StatusCode::NOT_FOUND | StatusCode::GONE => Link::Broken,
        status if status.is_success() => Link::Leads,
        // Signing in, too many requests, trouble on the other side, a redirect we do not follow.
        _ => Link::Unknown,
    }
}

/// Whether the address may be asked, as far as it can be told before the name is looked up.
fn may_ask(url: &Url, reach: Reach) -> bool {
    let is_web = matches!(url.scheme(), "http" | "https");
    let is_open = url.username().is_empty() && url.password().is_none();
    is_web
        && is_open
        && match url.host() {
            Some(Host::Ipv4(address)) => may_reach(IpAddr::V4(address), reach),
            Some(Host::Ipv6(address)) => may_reach(IpAddr::V6(address), reach),
            Some(Host::Domain(name)) => reach == Reach::Loopback || is_public_name(name),
            None => false,
        }
}

fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let is_inner = ["localhost", "local", "internal", "lan", "home", "intranet", "home.arpa", "onion"]
        .iter()
        .any(|end| name == *end || name.strip_suffix(end).is_some_and(|rest| rest.ends_with('.')));
    name.contains('.') && !is_inner
}

fn may_reach(address: IpAddr, reach: Reach) -> bool {
    match reach {
        Reach::Loopback if address.is_loopback() => true,
        Reach::Loopback | Reach::Public => match address {
            IpAddr::V4(address) => is_public_v4(address),
            IpAddr::V6(address) => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19));
    !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    // An IPv4 address in another coat is judged as what it is.
    let [first, second, third, ..] = address.segments();
    let [.., high, low] = address.segments();
    let inner = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Ipv4Addr::new(a, b, c, d)
    };
    if let Some(mapped) = address.to_ipv4_mapped() {
        return is_public_v4(mapped);
    }
    match (first, second) {
        (0x64, 0xff9b) => is_public_v4(inner(high, low)),
        (0x2002, _) => is_public_v4(inner(second, third)),
        // Teredo, documentation, and the rest of the special block.
        (0x2001, 0..=0x1ff | 0xdb8) | (0x3fff, 0..=0xfff) => false,
        // Only 2000::/3 is given out to the public.
        (first, _) => (0x2000..0x4000).contains(&first),
    }
}

/// Looks names up and lets no private address through: a public name may lead home.
struct Lookup {
    reach: Reach,
}

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.reach;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let addresses: Vec<SocketAddr> = found.filter(|found| may_reach(found.ip(), reach)).collect();
            if addresses.is_empty() {
                return Err("the name leads to no public address".into());
            }
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_own_network_are_never_asked() {
        let may = |url: &str| may_ask(&Url::parse(url).unwrap(), Reach::Public);

        for url in ["https://example.org/", "http://93.184.215.14/a", "https://[2606:4700::1111]/"] {
            assert!(may(url), "{url}");
        }
        for url in [
            "http://localhost/",
            "http://127.0.0.1:8080/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://10.0.0.1/",
            "http://192.168.1.1/admin",
            "http://169.254.169.254/latest/meta-data",
            "http://100.64.0.1/",
            "http://0.0.0.0/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[2002:7f00:1::]/",
            "http://[fd00::1]/",
            "http://[fe80::1]/",
            "http://printer/",
            "http://printer.local/",
            "http://nas.home.arpa./",
            "https://me:secret@example.org/",
            "ftp://example.org/",
            "file:///etc/passwd",
        ] {
            assert!(!may(url), "{url}");
        }
    }
}
