//! Orders from outside, and work that a stop interrupts.

use futures_util::future::BoxFuture;
use halfday_domain::failure::StopReason;
use halfday_domain::run::Event;
use tokio::sync::mpsc;

use super::Order;

pub(super) async fn or_stopped<T>(
    orders: &mut mpsc::Receiver<Order>,
    ended: &mut bool,
    work: BoxFuture<'_, T>,
) -> Result<T, Event> {
    tokio::select! {
        biased;
        stopped = stop_order(orders, ended) => Err(Event::Stopped(stopped)),
        done = work => Ok(done),
    }
}

/// The next order. When nobody is left who could give one, the program is closing: that is a stop, once.
pub(super) async fn next_order(orders: &mut mpsc::Receiver<Order>, ended: &mut bool) -> Order {
    if *ended {
        return std::future::pending().await;
    }
    if let Some(order) = orders.recv().await {
        return order;
    }
    *ended = true;
    Order::Stop(Some(StopReason::AppClosed))
}

/// Waits for a stop. An answer that comes while nothing is asked is late and means nothing.
pub(super) async fn stop_order(orders: &mut mpsc::Receiver<Order>, ended: &mut bool) -> Option<StopReason> {
    loop {
        if let Order::Stop(why) = next_order(orders, ended).await {
            return why;
        }
    }
}
