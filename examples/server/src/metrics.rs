//! The metrics of the service, in the text format of OpenMetrics. Their labels are routes, statuses and codes, never input.

use std::time::Duration;

use axum::http::StatusCode;
use customer_schema::Violations;
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// The `Content-Type` of the text.
pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Upper bounds of the durations, in seconds. A commit takes some milliseconds, and a body up to ten seconds.
const BOUNDS: [f64; 9] = [0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 10.0];

/// The route that was matched, with the names of its parameters in place of their values.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Code {
    code: &'static str,
}

/// The metrics of a service.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    durations: Family<Route, Histogram, fn() -> Histogram>,
    violations: Family<Code, Counter>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::default();
        let requests = Family::default();
        registry.register("http_requests", "Requests that were answered", requests.clone());
        let durations =
            Family::new_with_constructor((|| Histogram::new(BOUNDS)) as fn() -> Histogram);
        let help = "Time from the head of a request to its answer";
        registry.register_with_unit(
            "http_request_duration",
            help,
            Unit::Seconds,
            durations.clone(),
        );
        let violations = Family::default();
        let help = "Violations in the answers with status 400, by the code of their reason";
        registry.register("violations", help, violations.clone());
        Self { registry, requests, durations, violations }
    }
}

impl Metrics {
    /// Counts a request. A path without a route has the route `none`, since the path itself is input.
    pub fn answered(&self, route: Option<&str>, status: StatusCode, duration: Duration) {
        let route = route.unwrap_or("none").to_owned();
        self.durations
            .get_or_create(&Route { route: route.clone() })
            .observe(duration.as_secs_f64());
        self.requests.get_or_create(&Answered { route, status: status.as_u16() }).inc();
    }

    /// Counts the violations that a report holds.
    pub fn refused(&self, violations: &Violations) {
        for violation in violations {
            self.violations.get_or_create(&Code { code: violation.reason().code() }).inc();
        }
    }

    /// The values so far.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing to a `String` does not fail.
        let _ = text::encode(&mut text, &self.registry);
        text
    }
}
